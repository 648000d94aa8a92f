package muhafiz.domain.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import muhafiz.domain.clause.Clause;
import muhafiz.domain.policy.Action;
import muhafiz.domain.policy.Condition;
import muhafiz.domain.policy.Grant;
import muhafiz.domain.policy.Policy;
import muhafiz.domain.policy.Prohibition.PersonCountry;
import muhafiz.domain.policy.ShippedPolicy;
import muhafiz.domain.policy.Situation;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

public class AccessDecisionsTest {
    private static final long SEED = 20_261_122;

    private final Policy policy = ShippedPolicy.read();

    @Test
    @Clause("PRO-2")
    void everyRowOfTheTableIsDecidedAsWritten() {
        var rows = new DecisionTable(policy).rows();

        assertThat(rows).hasSizeGreaterThan(300);
        SoftAssertions.assertSoftly(all -> rows.forEach(row -> {
            var decision = AccessDecisions.decide(policy, row.question());
            var answer = decision.getClass().getSimpleName().toLowerCase(Locale.ROOT) + " " + decision.rule();
            all.assertThat(answer)
                    .as("line %d of decisions.txt: %s", row.line(), row.question())
                    .isEqualTo(row.answer());
        }));
    }

    @Test
    void everyGrantDecidesSomewhereInTheTable() {
        var answers = new DecisionTable(policy).rows().stream().map(DecisionTable.Row::answer);
        var used = answers.map(answer -> answer.split(" ")[1]).toList();

        assertThat(policy.grants().stream().map(Grant::id).filter(id -> !used.contains(id)))
                .as("grants without a row")
                .isEmpty();
    }

    @Test
    @Clause("PRO-2")
    void whoHasNoRoleIsDeniedEverything() {
        Stream.of(Action.values()).forEach(action -> {
            var question = AccessQuestion.of(Actor.archive(), action)
                    .about(Item.of("RC-TRP").own())
                    .forPurpose("P-SERVICE")
                    .given(Condition.values());

            assertThat(AccessDecisions.decide(policy, question).isAllowed()).isFalse();
        });
    }

    @Test
    void noSituationOpensWhatIsClosedWithoutIt() {
        random(2000, question -> {
            var bare = new AccessQuestion(
                    question.actor(),
                    question.action(),
                    question.item(),
                    question.purpose(),
                    question.channel(),
                    question.recipient(),
                    question.conditions(),
                    Set.of());
            if (AccessDecisions.decide(policy, question).isAllowed()) {
                assertThat(AccessDecisions.decide(policy, bare).isAllowed())
                        .as("%s", question)
                        .isTrue();
            }
        });
    }

    @Test
    @Clause("DIS-0")
    void aProhibitionWinsWhateverIsGranted() {
        random(
                2000,
                question -> AccessDecisions.prohibition(policy, question)
                        .ifPresent(rule -> assertThat(
                                        AccessDecisions.decide(policy, question).isAllowed())
                                .as("%s against %s", question, rule)
                                .isFalse()));
    }

    @Test
    void aRestrictionNeverOpensAnything() {
        random(2000, question -> {
            var restricted = question.when(Situation.RESTRICTED);
            if (!AccessDecisions.decide(policy, question).isAllowed()) {
                assertThat(AccessDecisions.decide(policy, restricted).isAllowed())
                        .as("%s", restricted)
                        .isFalse();
            }
        });
    }

    /** OF-11: the recipient's country is compared with nationality and country of origin. */
    @Test
    @Clause("DIS-0")
    void theRecipientsCountryIsComparedWithThePersons() {
        var question = AccessQuestion.of("case_officer", Action.DISCLOSE)
                .about(Item.of("RC-TRP"))
                .when(Situation.PERSON_HAS_OR_HAD_AN_ASYLUM_FILE, Situation.SUBJECT_CONSENT);
        var countries =
                Map.of(PersonCountry.NATIONALITY, Set.of("AAA"), PersonCountry.COUNTRY_OF_ORIGIN, Set.of("BBB", "CCC"));

        assertThat(rule(question, Optional.of("AAA"), countries)).contains("PR-ORIGIN");
        assertThat(rule(question, Optional.of("CCC"), countries)).contains("PR-ORIGIN");
        assertThat(rule(question, Optional.of("DDD"), countries)).isEmpty();
        assertThat(rule(question, Optional.empty(), countries)).contains("PR-ORIGIN");
        assertThat(policy.prohibition("PR-ORIGIN").orElseThrow().isSilent()).isTrue();
    }

    private Optional<String> rule(
            AccessQuestion question, Optional<String> country, Map<PersonCountry, Set<String>> countries) {
        return AccessDecisions.prohibition(policy, question.to(new Recipient(country, true, countries)));
    }

    /** PDL art. 14: a body at home needs neither adequate protection nor consent. */
    @Test
    void onlyAForeignRecipientNeedsProtectionOrConsent() {
        var question = AccessQuestion.of(Actor.archive(), Action.DISCLOSE).about(Item.of("RC-TRP"));
        var home = new Recipient(Optional.of("AZE"), false, Map.of());
        var abroad = new Recipient(Optional.of("DDD"), true, Map.of());

        assertThat(AccessDecisions.prohibition(policy, question.to(home))).isEmpty();
        assertThat(AccessDecisions.prohibition(policy, question.to(abroad))).contains("PR-XBORDER");
    }

    /** A disclosure whose class is not known is held to the strictest reading. */
    @Test
    void whatIsNotKnownIsTakenToBePersonal() {
        var question = AccessQuestion.of(Actor.archive(), Action.DISCLOSE).when(Situation.FOREIGN_RECIPIENT);

        assertThat(AccessDecisions.prohibition(policy, question)).contains("PR-XBORDER");
        assertThat(AccessDecisions.prohibition(policy, question.about(Item.of("RC-GONE"))))
                .contains("PR-XBORDER");
        assertThat(AccessDecisions.prohibition(policy, question.about(Item.of("RC-STAT"))))
                .isEmpty();
    }

    /** ORG-11: nothing comes in by social media, whoever brings it. */
    @Test
    void socialMediaBringNothingIn() {
        for (var action : List.of(Action.INGEST, Action.UPLOAD, Action.DISCLOSE)) {
            var question =
                    AccessQuestion.of("portal", action).about(Item.of("RC-TRP")).by("social_media");

            assertThat(AccessDecisions.prohibition(policy, question)).contains("PR-SOCIAL");
        }
        assertThat(AccessDecisions.prohibition(
                        policy, AccessQuestion.of("portal", Action.INGEST).by("portal")))
                .isEmpty();
    }

    /** STO-5: shredding is an act of the archive; a hold stops it, a restriction makes it wait elsewhere. */
    @Test
    @Clause("STO-5")
    void aHoldStopsShredding() {
        var shred = AccessQuestion.of(Actor.archive(), Action.SHRED).about(Item.of("RC-TRP"));

        assertThat(AccessDecisions.prohibition(policy, shred)).isEmpty();
        for (var act : List.of(Action.SHRED, Action.ANONYMISE)) {
            var held = AccessQuestion.of(Actor.archive(), act)
                    .about(Item.of("RC-TRP"))
                    .when(Situation.LEGAL_HOLD);
            assertThat(AccessDecisions.prohibition(policy, held)).contains("PR-HOLD");
        }
    }

    /** The contract's 403 step looks at role and purpose only. */
    @Test
    @Clause("USE-1..6")
    void aPurposeIsGrantedToARoleOrNot() {
        assertThat(AccessDecisions.purposeGranted(policy, Set.of("case_officer"), "P-SERVICE"))
                .isTrue();
        assertThat(AccessDecisions.purposeGranted(policy, Set.of("case_officer"), "P-CONTROL"))
                .isFalse();
        assertThat(AccessDecisions.purposeGranted(policy, Set.of("case_officer"), "P-NOTHING"))
                .isFalse();
        assertThat(AccessDecisions.purposeGranted(policy, Set.of("call_centre_agent"), "P-SERVICE"))
                .isFalse();
        assertThat(AccessDecisions.purposeGranted(policy, Set.of(), "P-SERVICE"))
                .isFalse();
    }

    /** The contract's {@code ref-required} step. */
    @Test
    void aReferenceIsNeededWhereEveryGrantAsksForANumber() {
        assertThat(needsReference("dpo", "P-RIGHTS", Action.READ_META)).isTrue();
        assertThat(needsReference("dpo", "P-RIGHTS", Action.READ_CONTENT)).isTrue();
        assertThat(needsReference("control_officer", "P-CONTROL", Action.READ_CONTENT))
                .isTrue();
        assertThat(needsReference("control_officer", "P-CONTROL", Action.INGEST))
                .isFalse();
        assertThat(needsReference("case_officer", "P-SERVICE", Action.READ_CONTENT))
                .isFalse();
        assertThat(needsReference("case_officer", "P-CONTROL", Action.READ_CONTENT))
                .isFalse();
    }

    private boolean needsReference(String role, String purpose, Action action) {
        return AccessDecisions.needsReference(policy, Set.of(role), purpose, action);
    }

    @Test
    void listsAreFilteredByWhatTheGrantsReach() {
        var supervisor = new Actor(Set.of("supervisor"), Optional.of("RD-2"));

        var reach = AccessDecisions.reach(policy, supervisor, Action.ASSIGN, "P-SERVICE");

        assertThat(reach).hasSize(1).first().satisfies(only -> {
            assertThat(only.rule()).isEqualTo("supervisor.1");
            assertThat(only.classes())
                    .containsExactlyInAnyOrder(
                            "RC-REG", "RC-EXT", "RC-TRP", "RC-PRP", "RC-WP", "RC-CARDLOSS", "RC-APPT");
        });
        assertThat(AccessDecisions.reach(policy, supervisor, Action.READ_META, "P-SERVICE"))
                .isEmpty();
    }

    @Test
    @Clause("PRO-3")
    void whatOneRoleNeverDoesNoOtherRoleOfTheSamePersonDoes() {
        var both = new Actor(Set.of("system_administrator", "case_officer"), Optional.of("RD-1"));
        var question = AccessQuestion.of(both, Action.READ_CONTENT)
                .about(Item.of("RC-TRP"))
                .forPurpose("P-SERVICE")
                .given(Condition.values());

        assertThat(AccessDecisions.decide(policy, question))
                .isEqualTo(new AccessDecision.Denied("system_administrator.1"));
    }

    private void random(int times, Consumer<AccessQuestion> check) {
        var random = new Random(SEED);
        for (int i = 0; i < times; i++) {
            var question = AccessQuestion.of(
                            new Actor(Set.of(any(random, policy.roles())), Optional.of("RD-1")),
                            any(random, List.of(Action.values())))
                    .about(Item.of(any(random, policy.recordClasses().stream().toList())
                            .id()))
                    .forPurpose(any(random, policy.purposes().stream().toList()).id())
                    .given(some(random, List.of(Condition.values())).toArray(Condition[]::new))
                    .when(some(random, List.of(Situation.values())).toArray(Situation[]::new));
            check.accept(question);
        }
    }

    private static <T> T any(Random random, List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private static <T> List<T> some(Random random, List<T> all) {
        return all.stream().filter(one -> random.nextInt(4) > 0).toList();
    }
}
