package muhafiz.service.request;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Optional;
import muhafiz.domain.policy.Clock;
import muhafiz.domain.policy.Policy;
import muhafiz.domain.policy.RefusalGround;
import muhafiz.domain.policy.RequestKind;
import muhafiz.domain.request.AppealRoute;
import muhafiz.domain.request.Ground;

/** What a refusal must name: its ground, the article, and to whom one may turn (policy, {@code refusal_grounds.rules}). */
final class Refusals {
    private Refusals() {}

    /** A ground as it is told, with what it names. */
    static JsonObject told(Policy policy, RequestKind kind, Ground ground) {
        Optional<RefusalGround> known = policy.refusalGround(ground.id());
        JsonObjectBuilder told = Json.createObjectBuilder()
                .add("id", ground.id())
                .add("text", known.map(RefusalGround::text).orElse(ground.id()))
                .add("article", article(policy, kind, ground, known));
        if (ground instanceof Ground.Retention floor) {
            told.add("rule", floor.rule()).add("law", floor.law());
            floor.until().ifPresent(day -> told.add("until", day.toString()));
        } else if (ground instanceof Ground.ArchiveFund fund) {
            told.add("rule", fund.rule());
        } else if (ground instanceof Ground.Hold held) {
            told.add("hold", held.hold().toString());
        }
        return told.build();
    }

    /** Where the ground is said; where the policy names no place, the law under which the request is answered. */
    private static String article(Policy policy, RequestKind kind, Ground ground, Optional<RefusalGround> known) {
        if (ground instanceof Ground.Retention floor) {
            return floor.law();
        }
        return known.flatMap(one -> one.footing().source())
                .or(() -> policy.clock(kind.clock()).map(Clock::act))
                .orElse(kind.id());
    }

    static JsonArray appeal(Policy policy) {
        JsonArrayBuilder routes = Json.createArrayBuilder();
        AppealRoute.of(policy).forEach(route -> {
            JsonObjectBuilder told = Json.createObjectBuilder().add("to", route.to());
            route.law().ifPresent(law -> told.add("law", law));
            routes.add(told);
        });
        return routes.build();
    }
}
