package muhafiz.domain.request;

import java.util.List;
import java.util.Optional;
import muhafiz.domain.policy.Part;
import muhafiz.domain.policy.Policy;

/**
 * To whom a person may turn against a refusal; every refusal names all of them (LOI art. 21.3).
 *
 * @param to the body, in the policy's words
 * @param law where that is said
 */
public record AppealRoute(String to, Optional<String> law) {

    /** Those of the policy, in its order. */
    public static List<AppealRoute> of(Policy policy) {
        return policy
                .file()
                .fields("refusal_grounds")
                .flatMap(grounds -> grounds.fields("rules"))
                .flatMap(rules -> rules.at("must_name_appeal_route"))
                .filter(Part.Series.class::isInstance)
                .map(Part.Series.class::cast)
                .map(Part.Series::items)
                .orElse(List.of())
                .stream()
                .filter(Part.Fields.class::isInstance)
                .map(Part.Fields.class::cast)
                .map(route -> new AppealRoute(
                        String.join(" ", route.words("to")),
                        route.words("src").stream().findFirst()))
                .toList();
    }
}
