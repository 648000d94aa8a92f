package muhafiz.domain.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import muhafiz.domain.calendar.Deadline;
import muhafiz.domain.clause.Clause;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the shipped policy says, against the seeds and requirements.md. */
public class PolicyTest {
    private final Policy policy = ShippedPolicy.read();

    /** Seed 001, line 27: the service offers 16 e-services. */
    @Test
    void thereAreSixteenEServicesInOrder() {
        assertThat(policy.services()).extracting(EService::number).hasSize(16).isSorted();
        assertThat(policy.services()).allSatisfy(service -> {
            assertThat(service.names().in("az")).isNotBlank();
            assertThat(service.names().in("ru")).matches(".*[А-Яа-я].*");
            assertThat(policy.classOf(service).retention().triggers()).isNotEmpty();
        });
    }

    @Test
    void aWorkPermitAsksTheEmployerForSevenDocuments() {
        var permit = policy.service("WP").orElseThrow();

        assertThat(permit.applicantRole()).contains("employer");
        assertThat(permit.checklist().required())
                .containsExactly(
                        "application_form",
                        "passport",
                        "photo",
                        "medical_certificate",
                        "employment_contract",
                        "no_criminal_record",
                        "payment_receipt");
    }

    /** FEE-2: registration and refugee status never ask for a fee. */
    @Test
    void freeServicesAreFree() {
        assertThat(policy.services().stream().filter(EService::isFree).map(EService::id))
                .containsExactlyInAnyOrder("REG", "REF");
    }

    @Test
    @Clause("SCO-2")
    void theKindsClassBeatsTheServices() {
        var permit = policy.classOf(policy.service("WP").orElseThrow());

        assertThat(policy.classOf(policy.kind("payment_receipt").orElseThrow(), permit)
                        .id())
                .isEqualTo("RC-PAY");
        assertThat(policy.classOf(policy.kind("medical_certificate").orElseThrow(), permit)
                        .id())
                .isEqualTo("RC-MED");
        assertThat(policy.classOf(policy.kind("passport").orElseThrow(), permit).id())
                .isEqualTo("RC-WP");
    }

    /** DOC-1: PDF or JPG; letters also as mail and plain text; evidence of any type, quarantined. */
    @Test
    void kindsTakeTheirFormats() {
        var passport = policy.kind("passport").orElseThrow();
        var letter = policy.kind("letter").orElseThrow();

        assertThat(passport.formats()).containsExactlyInAnyOrder("application/pdf", "image/jpeg");
        assertThat(passport.takes("image/png")).isFalse();
        assertThat(passport.needsMrz()).isTrue();
        assertThat(passport.maxBytes()).isEqualTo(26_214_400);
        assertThat(letter.takes("message/rfc822")).isTrue();
        assertThat(letter.takes("text/plain")).isTrue();
        assertThat(policy.kinds().stream()
                        .filter(DocumentKind::takesAnyQuarantined)
                        .map(DocumentKind::id))
                .containsExactlyInAnyOrder("evidence_of_persecution", "letter", "evidence");
    }

    /** OF-9, finding 4 and TREND, EAP: the clock is a function of the payment and the term. */
    @ParameterizedTest
    @CsvSource({
        "WP, P1Y, 1400, 2026-02-16",
        "WP, P1Y, 1200, 2026-02-23",
        "WP, P1Y, 1000, 2026-03-02",
        "WP, P3M, 700, 2026-02-16",
        "WP, P6M, 700, 2026-02-23",
        "WP, P12M, 1400, 2026-02-16",
        "WP, P1Y, 1399.99, 2026-02-23",
        "WP, P1Y, 1, 2026-03-02",
        "WP, P5Y, 9999, 2026-03-02",
        "WP-X, P3M, 500, 2026-02-23",
        "TRP, P3Y, 480, 2026-02-23",
        "TRP, P3Y, 360, 2026-03-02",
        "TRP-X, P18M, 240, 2026-02-23",
    })
    void whoPaysMoreWaitsLess(String service, String term, BigDecimal paid, LocalDate due) {
        var deadline = policy.decideBy(
                policy.service(service).orElseThrow(),
                LocalDate.parse("2026-02-02"),
                Optional.of(Period.parse(term)),
                Optional.of(paid));

        assertThat(deadline).isEqualTo(new Deadline.On(due));
    }

    @ParameterizedTest
    @CsvSource({
        "EXT, 2026-02-05",
        "PRP, 2026-04-03",
        "WP, 2026-03-02",
        "CIT-ACQ, 2026-08-02",
        "REF, 2026-05-02",
        "LETTER, 2026-02-23",
    })
    void withoutTermAndFeeTheLongestTermHolds(String service, LocalDate due) {
        var deadline = policy.decideBy(
                policy.service(service).orElseThrow(),
                LocalDate.parse("2026-02-02"),
                Optional.empty(),
                Optional.empty());

        assertThat(deadline).isEqualTo(new Deadline.On(due));
    }

    @Test
    void anUnknownTermAndAMissingCalendarAreAnswersToo() {
        var nothing = Optional.<Period>empty();

        assertThat(policy.decideBy(
                        policy.service("REG").orElseThrow(), LocalDate.parse("2026-02-02"), nothing, Optional.empty()))
                .isEqualTo(new Deadline.NotSet());
        assertThat(policy.decideBy(
                        policy.service("WP").orElseThrow(), LocalDate.parse("2027-02-02"), nothing, Optional.empty()))
                .isEqualTo(new Deadline.CalendarMissing(2027));
    }

    /** API.md: RHD-1…2, RD-1…7, DC-1…3, HQ, TC, MI, BU, ASAN, CC. */
    @Test
    void groupsStandForTheirUnits() {
        assertThat(policy.units())
                .extracting(Unit::id)
                .containsExactlyInAnyOrder(
                        "RHD-1", "RHD-2", "RD-1", "RD-2", "RD-3", "RD-4", "RD-5", "RD-6", "RD-7", "DC-1", "DC-2",
                        "DC-3", "HQ", "TC", "MI", "BU", "ASAN", "CC");
        assertThat(policy.unit("RD-3").orElseThrow().group()).isEqualTo("RD");
    }

    /** POL-5 and lint.py: 3 contacts and 36 acts or articles are open; it runs and is not published. */
    @Test
    @Clause("POL-5")
    void aPolicyWithOpenPointsRunsAndIsNotPublished() {
        assertThat(policy.published()).isFalse();
        assertThat(policy.openPoints())
                .hasSize(39)
                .extracting(OpenPoint::path)
                .contains("meta.contacts.address", "meta.contacts.email", "record_classes.RC-CIT.basis.act");
    }

    /** DP-10: a placeholder is an open point with its line. */
    @Test
    @Clause("POL-5")
    void aPlaceholderIsAnOpenPointWithItsLine() {
        var yaml = ShippedPolicy.yaml().replace("text: legal hold,", "text: \"[Ground]\",");
        var line = 1
                + yaml.substring(0, yaml.indexOf("[Ground]"))
                        .chars()
                        .filter(c -> c == '\n')
                        .count();

        var found = PolicyFile.read(yaml).openPoints();

        assertThat(found).hasSize(40).anySatisfy(point -> {
            assertThat(point.path()).isEqualTo("refusal_grounds.RG-HOLD.text");
            assertThat(point.line()).isEqualTo((int) line);
        });
    }

    @Test
    void aPolicyWithEveryPointSettledIsPublished() {
        var yaml = ShippedPolicy.yaml()
                .replace("address: null", "address: {value: Baku, src: \"seed003:231\", confirmed: true}")
                .replace("confirmed: false", "confirmed: true")
                .replaceAll("act: null", "act: MC")
                .replaceAll("article: null", "article: \"1\"");

        assertThat(PolicyFile.read(yaml).published()).isTrue();
    }

    /** requirements.md §3.2: all 33 of 33 periods are assumed. */
    @Test
    void everyRetentionPeriodIsStillAssumed() {
        assertThat(policy.assumedPeriods())
                .isEqualTo(33)
                .isEqualTo(policy.recordClasses().size());
    }

    @Test
    void grantsAreNumberedWithinTheirRole() {
        assertThat(policy.grants()).hasSize(45).extracting(Grant::id).doesNotHaveDuplicates();
        assertThat(policy.grants().stream()
                        .filter(grant -> grant.role().equals("case_officer"))
                        .map(Grant::id))
                .containsExactly("case_officer.1", "case_officer.2", "case_officer.3", "case_officer.4");
    }

    /** TRK-2 and AP-5: five wrong tries in 15 minutes, one answer for unknown numbers. */
    @Test
    void fiveWrongTriesLock() {
        assertThat(policy.lockout()).isEqualTo(new Lockout(5, Duration.ofMinutes(15), true));
    }

    /** ORG-11 and seed 002, line 17. */
    @Test
    @Clause("SCO-1")
    void socialMediaBringNothingIn() {
        assertThat(policy.channel("social_media").orElseThrow().takes()).isEmpty();
        assertThat(policy.channel("portal").orElseThrow().takes(Takes.APPLICATIONS))
                .isTrue();
        assertThat(policy.channel("email").orElseThrow().takes(Takes.APPLICATIONS))
                .isFalse();
        assertThat(policy.channel("mobile").orElseThrow().origin()).contains("MigAz");
    }

    /** requirements.md §0.2: 7 working days to answer, 5 to refuse, 7 more when a third party is asked. */
    @Test
    void theAccessClockHasTwoDates() {
        var clock = policy.clock("CLK-PDL").orElseThrow();

        assertThat(clock.answer().count()).isEqualTo(7);
        assertThat(clock.refuse().orElseThrow().count()).isEqualTo(5);
        assertThat(clock.extend().orElseThrow().onlyIf()).contains("information_needed_from_third_party");
        assertThat(policy.clock("CLK-GDPR").orElseThrow().isActive()).isFalse();
        assertThat(policy.requestKind("ACCESS").orElseThrow().answerMustHold()).hasSize(17);
        assertThat(policy.disclosureGround("D-GOV").orElseThrow().ifSpecial()).containsExactly("dpo");
    }

    @Test
    void valuesKeepWhereTheyComeFrom() {
        assertThat(policy.service("WP").orElseThrow().footing().mark()).isEqualTo(Mark.SOURCED);
        assertThat(policy.service("QUEUE").orElseThrow().footing().isAssumed()).isTrue();
        assertThat(policy.service("EXT")
                        .orElseThrow()
                        .decideWithin()
                        .orElseThrow()
                        .footing()
                        .conflictsWith())
                .contains("seed003:255 says 10");
        assertThat(policy.recordClass("RC-BAN").orElseThrow().basis().citation())
                .isEqualTo("LB-LAW MC 16.2, 16.3");
    }

    @Test
    void theWholeFileCanBeWrittenOut() {
        var plain = (Map<?, ?>) policy.file().plain();

        assertThat(plain.keySet()).hasSize(policy.file().entries().size());
        assertThat(((Map<?, ?>) plain.get("meta")).get("supersedes")).isEqualTo(Optional.empty());
        assertThat(policy.file().fields("statistics").orElseThrow().words("identities"))
                .containsExactly("I1 = I2 + I3 + I4 + I5");
    }

    @Test
    void anApplicationMovesOnlyWhereItsStateLeads() {
        assertThat(policy.applicationState("open").orElseThrow().next())
                .isEqualTo(Set.of("deficient", "in-work", "withdrawn"));
        assertThat(policy.applicationState("closed").orElseThrow().next()).isEmpty();
    }
}
