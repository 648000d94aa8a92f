package muhafiz.domain.disclosure;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Why something is given out: one of the policy's grounds with what was named for it. */
public sealed interface Ground {

    GroundCode code();

    /** For each word of the policy's {@code needs} whether it was named, as things stand on this day. */
    Map<String, Boolean> named(LocalDate today);

    /** Of the policy's words those that were not named; a word that this ground does not know counts as not named. */
    default List<String> missing(List<String> needs, LocalDate today) {
        Map<String, Boolean> named = named(today);
        return needs.stream()
                .filter(need -> !named.getOrDefault(need, false))
                .sorted()
                .toList();
    }

    /** The ground of this code as it was stated. */
    static Ground of(GroundCode code, Stated stated) {
        return switch (code) {
            case D_GOV ->
                new Government(
                        stated.said("act"),
                        stated.said("article"),
                        stated.recipient(),
                        stated.officer(),
                        stated.said("purpose"),
                        stated.fields());
            case D_SVC -> new ServiceProvider(stated.said("contract"), stated.fields());
            case D_COURT ->
                new CourtDecision(
                        stated.said("court"),
                        stated.said("caseNo"),
                        stated.day("judgmentDate"),
                        stated.day("inForceDate"),
                        stated.said("scope"),
                        stated.said("decision"));
            case D_LAW ->
                new Investigation(
                        stated.said("authority"), stated.said("caseNo"), stated.officer(), stated.said("scope"));
            case D_IO -> new International(stated.said("agreement"), stated.adequacyRecorded(), stated.said("consent"));
        };
    }

    /** To a government agency or a subordinate institution (DIS-1). */
    record Government(
            Optional<String> act,
            Optional<String> article,
            Optional<String> body,
            Optional<String> officer,
            Optional<String> purpose,
            Set<String> fields)
            implements Ground {
        public Government {
            fields = Set.copyOf(fields);
        }

        @Override
        public GroundCode code() {
            return GroundCode.D_GOV;
        }

        @Override
        public Map<String, Boolean> named(LocalDate today) {
            return Map.of(
                    "act_and_article", act.isPresent() && article.isPresent(),
                    "requesting_body", body.isPresent(),
                    "named_officer", officer.isPresent(),
                    "purpose", purpose.isPresent(),
                    "minimum_fields", !fields.isEmpty());
        }
    }

    /** To a third-party service provider (DIS-2). */
    record ServiceProvider(Optional<String> contract, Set<String> fields) implements Ground {
        public ServiceProvider {
            fields = Set.copyOf(fields);
        }

        @Override
        public GroundCode code() {
            return GroundCode.D_SVC;
        }

        @Override
        public Map<String, Boolean> named(LocalDate today) {
            return Map.of("contract_id", contract.isPresent(), "fields", !fields.isEmpty());
        }
    }

    /**
     * To a third party under a court's decision, which is binding and in force (DIS-3).
     *
     * @param scan id of the document that holds the decision
     */
    record CourtDecision(
            Optional<String> court,
            Optional<String> caseNo,
            Optional<LocalDate> judged,
            Optional<LocalDate> inForce,
            Optional<String> scope,
            Optional<String> scan)
            implements Ground {
        @Override
        public GroundCode code() {
            return GroundCode.D_COURT;
        }

        /** A decision that is not in force yet, or was before it was given, has no such day. */
        @Override
        public Map<String, Boolean> named(LocalDate today) {
            boolean wasJudged = judged.filter(day -> !day.isAfter(today)).isPresent();
            boolean isInForce = inForce.filter(day -> !day.isAfter(today))
                    .filter(day -> judged.filter(day::isBefore).isEmpty())
                    .isPresent();
            return Map.of(
                    "court", court.isPresent(),
                    "case_no", caseNo.isPresent(),
                    "judgment_date", wasJudged,
                    "in_force_date", isInForce,
                    "scope", scope.isPresent(),
                    "scan_of_the_decision", scan.isPresent());
        }
    }

    /** To an investigative body or a court (DIS-4). */
    record Investigation(
            Optional<String> authority, Optional<String> caseNo, Optional<String> officer, Optional<String> scope)
            implements Ground {
        @Override
        public GroundCode code() {
            return GroundCode.D_LAW;
        }

        @Override
        public Map<String, Boolean> named(LocalDate today) {
            return Map.of(
                    "authority", authority.isPresent(),
                    "case_or_order_no", caseNo.isPresent(),
                    "officer", officer.isPresent(),
                    "scope", scope.isPresent());
        }
    }

    /**
     * To an international partner (DIS-5).
     *
     * @param consent by which a consent of the person is found
     */
    record International(Optional<String> agreement, boolean adequacyRecorded, Optional<String> consent)
            implements Ground {
        @Override
        public GroundCode code() {
            return GroundCode.D_IO;
        }

        @Override
        public Map<String, Boolean> named(LocalDate today) {
            return Map.of(
                    "agreement_id",
                    agreement.isPresent(),
                    "adequacy_or_consent",
                    adequacyRecorded || consent.isPresent());
        }
    }
}
