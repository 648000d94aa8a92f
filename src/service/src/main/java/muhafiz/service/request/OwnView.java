package muhafiz.service.request;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import muhafiz.domain.policy.Action;
import muhafiz.service.Refusal;
import muhafiz.service.RefusedException;
import muhafiz.service.caller.Caller;
import muhafiz.service.caller.Caller.Assurance;
import muhafiz.service.policy.PolicyInForce;
import muhafiz.service.wall.Wall;

/**
 * What a person sees of their own through the portal: what is kept, why and until when, who looked. Theirs are the persons of the
 * applications that their cabinet lodged. No values of fields and no documents: those come with the answer to a request.
 */
@ApplicationScoped
public class OwnView {
    private final Turn turn;
    private final RequestDesk desk;

    @Inject
    OwnView(Turn turn, RequestDesk desk) {
        this.turn = turn;
        this.desk = desk;
    }

    /** What may be looked at. */
    public enum Part {
        CASES,
        DOCUMENTS,
        READINGS,
        REQUESTS,
        DISCLOSURES
    }

    /**
     * All of one part, oldest first, as {@code {"items": […]}}.
     *
     * @throws RefusedException {@code not-allowed} for anybody but the portal on behalf of a person known at level L1 or L2
     */
    public JsonObject of(Caller caller, Part part) {
        boolean isKnown = caller.isPortal() && caller.person().isPresent() && caller.assurance() != Assurance.L0;
        if (!isKnown) {
            desk.refused(
                    caller, new RequestDesk.Deed(Action.READ_STATUS, Action.READ_STATUS.word()), Refusal.NOT_ALLOWED);
            throw new RefusedException(Refusal.NOT_ALLOWED, "this is for a person whom the portal knows");
        }
        return turn.of(caller, part);
    }

    /** The one transaction of it. */
    @ApplicationScoped
    static class Turn {
        private final Persons persons;
        private final AnswerData data;
        private final AnswerLog log;
        private final RequestText text;
        private final RequestEntries entries;
        private final Minors minors;
        private final PolicyInForce policies;
        private final Wall wall;
        private final InstantSource clock;

        @Inject
        Turn(
                Persons persons,
                AnswerData data,
                AnswerLog log,
                RequestText text,
                RequestEntries entries,
                Minors minors,
                PolicyInForce policies,
                Wall wall,
                InstantSource clock) {
            this.persons = persons;
            this.data = data;
            this.log = log;
            this.text = text;
            this.entries = entries;
            this.minors = minors;
            this.policies = policies;
            this.wall = wall;
            this.clock = clock;
        }

        @Transactional
        public JsonObject of(Caller caller, Part part) {
            Set<UUID> who =
                    new TreeSet<>(persons.of(caller.person().orElseThrow()).persons());
            who.removeAll(minors.grownUp(who, today()));
            JsonArray items = wall.asArchive(
                    "requests", () -> AnswerData.array(items(who, part)).build());
            entries.done(
                    caller,
                    Action.READ_STATUS.word(),
                    "identity." + caller.assurance().name(),
                    new RequestEntries.About(Optional.empty(), who),
                    Map.of("what", "own " + part.name().toLowerCase(Locale.ROOT)));
            return Json.createObjectBuilder().add("items", items).build();
        }

        private LocalDate today() {
            return LocalDate.ofInstant(clock.instant(), policies.policy().meta().timeZone());
        }

        private List<JsonObject> items(Set<UUID> who, Part part) {
            return switch (part) {
                case CASES -> cases(who).stream().map(Turn::shown).toList();
                case DOCUMENTS ->
                    cases(who).stream()
                            .flatMap(told -> told.papers().stream())
                            .map(AnswerDocument.Told::json)
                            .toList();
                case READINGS -> log.readings(who);
                case REQUESTS -> log.requests(who);
                case DISCLOSURES -> data.disclosures(who);
            };
        }

        private List<AnswerCase.Told> cases(Set<UUID> who) {
            return data.cases(who, new AnswerScope(false, Optional.empty()).without(withheld(who)));
        }

        /** What decisions on these persons' requests keep from whoever asks for them. */
        private Set<UUID> withheld(Set<UUID> who) {
            return log.rows(who)
                    .flatMap(row -> text.open(row).stream())
                    .flatMap(said -> Fields.withheld(said).stream())
                    .collect(Collectors.toSet());
        }

        private static JsonObject shown(AnswerCase.Told told) {
            JsonObjectBuilder shown = Json.createObjectBuilder(told.json());
            shown.remove("fields");
            return shown.add("documents", told.papers().size()).build();
        }
    }
}
