package muhafiz.domain.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import muhafiz.domain.clause.Clause;
import muhafiz.domain.policy.Policy;
import muhafiz.domain.policy.ShippedPolicy;
import muhafiz.domain.request.RequestTerms.Course;
import muhafiz.domain.request.RequestTerms.Pause;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Days of refusing and answering, as requirements.md 3.4 and the laws behind it count them. */
class RequestTermsTest {
    private static final LocalDate MARCH = LocalDate.parse("2026-03-19");

    private final Policy policy = ShippedPolicy.read();

    @ParameterizedTest
    @CsvSource({
        "ACCESS, 2026-03-19, 2026-04-06, 2026-04-08", // requirements.md 3.4
        "ERASE, 2026-01-15, 2026-01-23, 2026-01-27", // requirements.md 3.4
        "COPY_PENALTY, 2026-03-19, , 2026-03-31", // CAO 46.1: one working day, the first of the five above
    })
    @Clause("RGT-6")
    void theLawsTermsAreCountedFromTheDayAfterReceipt(String kind, LocalDate on, LocalDate refuse, LocalDate answer) {
        RequestTerms terms = terms(kind, course(on));

        assertThat(terms.refuseBy()).isEqualTo(Optional.ofNullable(refuse));
        assertThat(terms.answerBy()).contains(answer);
        assertThat(terms.warnings()).isEmpty();
    }

    @Test
    void aYearThatIsNotLoadedLeavesTheDaysOpen() {
        RequestTerms terms = terms("ACCESS", course(LocalDate.parse("2031-02-03")));

        assertThat(terms.answerBy()).isEmpty();
        assertThat(terms.warnings()).containsExactly("calendar-missing");
    }

    @Test
    void whatThreatensLifeOrLibertyIsAnsweredWithinTwoWorkingDays() {
        Course urgent =
                new Course(LocalDate.parse("2026-02-02"), Optional.of(Urgency.LIFE_OR_LIBERTY), false, List.of());
        Course losing = new Course(LocalDate.parse("2026-02-02"), Optional.of(Urgency.URGENT), false, List.of());

        assertThat(terms("ACCESS", urgent).answerBy()).contains(LocalDate.parse("2026-02-04")); // LOI 24.3
        assertThat(terms("ACCESS", losing).answerBy()).contains(LocalDate.parse("2026-02-03")); // LOI 24.2
    }

    @Test
    void sevenMoreWorkingDaysWhereAnotherMustBeAsked() {
        Course extended = new Course(LocalDate.parse("2026-01-15"), Optional.empty(), true, List.of());

        // 27 January and seven working days more (PDL art. 12).
        assertThat(terms("ACCESS", extended).answerBy()).contains(LocalDate.parse("2026-02-05"));
        assertThat(terms("ACCESS", extended).refuseBy()).contains(LocalDate.parse("2026-01-23"));
    }

    @Test
    void theClockStandsWhileProofIsAwaitedAndGoesOnWithWhatWasLeft() {
        LocalDate received = LocalDate.parse("2026-02-02"); // a Monday; answer by Wednesday, 11 February
        Course waiting = new Course(
                received, Optional.empty(), false, List.of(new Pause(LocalDate.parse("2026-02-04"), Optional.empty())));
        Course known = new Course(
                received,
                Optional.empty(),
                false,
                List.of(new Pause(LocalDate.parse("2026-02-04"), Optional.of(LocalDate.parse("2026-02-13")))));

        assertThat(terms("ACCESS", course(received)).answerBy()).contains(LocalDate.parse("2026-02-11"));
        assertThat(terms("ACCESS", waiting).answerBy()).isEmpty();
        assertThat(terms("ACCESS", waiting).warnings()).containsExactly("clock-stands");
        // Two of seven were used; five working days after Friday, 13 February.
        assertThat(terms("ACCESS", known).answerBy()).contains(LocalDate.parse("2026-02-20"));
    }

    @Test
    void aPassedDayOfRefusingIsNotLate() {
        RequestTerms terms = terms("ACCESS", course(MARCH));
        LocalDate between = LocalDate.parse("2026-04-07");

        assertThat(terms.next(LocalDate.parse("2026-04-06"))).contains(LocalDate.parse("2026-04-06"));
        assertThat(terms.next(between)).contains(LocalDate.parse("2026-04-08"));
        assertThat(terms.isLate(between)).isFalse();
        assertThat(terms.isRefusalOver(between)).isTrue();
        assertThat(terms.isLate(LocalDate.parse("2026-04-08"))).isFalse();
        assertThat(terms.isLate(LocalDate.parse("2026-04-09"))).isTrue();
    }

    private RequestTerms terms(String kind, Course course) {
        return RequestTerms.of(policy, policy.requestKind(kind).orElseThrow(), course);
    }

    private static Course course(LocalDate received) {
        return new Course(received, Optional.empty(), false, List.of());
    }
}
