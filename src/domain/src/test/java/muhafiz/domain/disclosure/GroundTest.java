package muhafiz.domain.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import muhafiz.domain.clause.Clause;
import muhafiz.domain.policy.DisclosureGround;
import muhafiz.domain.policy.Policy;
import muhafiz.domain.policy.ShippedPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What each ground must name: requirements DIS-1 to DIS-5. */
class GroundTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    private final Policy policy = ShippedPolicy.read();

    @ParameterizedTest
    @EnumSource(GroundCode.class)
    void whoNamesNothingMissesEverything(GroundCode code) {
        Ground bare = Ground.of(code, stated(Map.of(), false));

        assertThat(missing(bare)).containsExactlyInAnyOrderElementsOf(needs(code));
    }

    @Test
    void thePolicyHasTheseGroundsAndNoOther() {
        assertThat(policy.disclosureGrounds())
                .extracting(DisclosureGround::id)
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(GroundCode.values()).map(GroundCode::code).toList());
        assertThat(GroundCode.of("D-NONE")).isEmpty();
        assertThat(GroundCode.of("D-IO")).contains(GroundCode.D_IO);
    }

    @Test
    @Clause("DIS-1")
    void anAgencyNamesActAndArticleBodyOfficerPurposeAndFields() {
        Map<String, String> basis = Map.of("act", "Migration Code", "article", "13", "purpose", "joined-up service");

        assertThat(missing(Ground.of(GroundCode.D_GOV, complete(basis)))).isEmpty();
        assertThat(missing(Ground.of(GroundCode.D_GOV, complete(without(basis, "article")))))
                .containsExactly("act_and_article");
        assertThat(missing(Ground.of(GroundCode.D_GOV, complete(without(basis, "purpose")))))
                .containsExactly("purpose");
        assertThat(missing(Ground.of(GroundCode.D_GOV, stated(basis, false))))
                .containsExactly("minimum_fields", "named_officer", "requesting_body");
    }

    @Test
    @Clause("DIS-2")
    void aProviderHasAContractAndAListOfFields() {
        assertThat(missing(Ground.of(GroundCode.D_SVC, complete(Map.of("contract", "C-7")))))
                .isEmpty();
        assertThat(missing(Ground.of(GroundCode.D_SVC, complete(Map.of())))).containsExactly("contract_id");
    }

    @ParameterizedTest(name = "judged {0}, in force {1}: {2}")
    @CsvSource({
        "2026-10-01,2026-11-01,''",
        "2026-10-01,2026-11-22,''",
        "2026-10-01,2026-11-23,in_force_date",
        "2026-10-01,2026-09-30,in_force_date",
        "2026-11-23,2026-11-22,in_force_date judgment_date",
        "yesterday,2026-11-01,judgment_date"
    })
    @Clause("DIS-3")
    void aCourtsDecisionIsBindingAndInForce(String judged, String inForce, String missing) {
        Map<String, String> basis = Map.of(
                "court", "Baku City Court",
                "caseNo", "2-1/2026",
                "judgmentDate", judged,
                "inForceDate", inForce,
                "scope", "the contract",
                "decision", "a scan");

        assertThat(String.join(" ", missing(Ground.of(GroundCode.D_COURT, complete(basis)))))
                .isEqualTo(missing);
    }

    @Test
    @Clause("DIS-4")
    void anInvestigationNamesAuthorityOrderOfficerAndScope() {
        Map<String, String> basis = Map.of("authority", "Prosecutor", "caseNo", "7/26", "scope", "passport");

        assertThat(missing(Ground.of(GroundCode.D_LAW, complete(basis)))).isEmpty();
        assertThat(missing(Ground.of(GroundCode.D_LAW, complete(without(basis, "caseNo")))))
                .containsExactly("case_or_order_no");
    }

    @Test
    @Clause("DIS-5")
    void anInternationalPartnerHasAnAgreementAndAdequacyOrConsent() {
        Map<String, String> agreed = Map.of("agreement", "IOM-1");
        Map<String, String> consented = Map.of("agreement", "IOM-1", "consent", "C-9");

        assertThat(missing(Ground.of(GroundCode.D_IO, stated(agreed, true)))).isEmpty();
        assertThat(missing(Ground.of(GroundCode.D_IO, stated(consented, false))))
                .isEmpty();
        assertThat(missing(Ground.of(GroundCode.D_IO, stated(agreed, false)))).containsExactly("adequacy_or_consent");
    }

    @Test
    void aWordOfAnotherPolicyCountsAsNotNamed() {
        Ground ground = Ground.of(GroundCode.D_SVC, complete(Map.of("contract", "C-7")));

        assertThat(ground.missing(List.of("contract_id", "a_seal"), TODAY)).containsExactly("a_seal");
    }

    @Test
    void aSecrecyEndsOnTheDayOfItsReview() {
        Secrecy secrecy = new Secrecy(TODAY);

        assertThat(secrecy.holdsOn(TODAY.minusDays(1))).isTrue();
        assertThat(secrecy.holdsOn(TODAY)).isFalse();
        assertThat(secrecy.holdsOn(TODAY.plusDays(1))).isFalse();
    }

    @Test
    @Clause("USE-10")
    void anAgreementKnowsItsFieldsAndItsDays() {
        Agreement agreement = new Agreement(
                "UMIS-1",
                1,
                "Ministry",
                new Agreement.Legal("act", "1", "registers"),
                Set.of("surname", "birthDate"),
                new Agreement.Validity(TODAY, Optional.of(TODAY.plusDays(1))),
                Optional.empty());

        assertThat(agreement.beyond(Set.of("surname", "phone"))).containsExactly("phone");
        assertThat(agreement.beyond(Set.of("birthDate"))).isEmpty();
        assertThat(agreement.isInForceOn(TODAY.minusDays(1))).isFalse();
        assertThat(agreement.isInForceOn(TODAY)).isTrue();
        assertThat(agreement.isInForceOn(TODAY.plusDays(1))).isTrue();
        assertThat(agreement.isInForceOn(TODAY.plusDays(2))).isFalse();
    }

    private List<String> missing(Ground ground) {
        return ground.missing(needs(ground.code()), TODAY);
    }

    private List<String> needs(GroundCode code) {
        return policy.disclosureGround(code.code()).orElseThrow().needs();
    }

    private static Stated stated(Map<String, String> basis, boolean adequate) {
        return new Stated(Optional.empty(), Optional.of(" "), basis, Set.of(), adequate);
    }

    private static Stated complete(Map<String, String> basis) {
        return new Stated(Optional.of("a body"), Optional.of("an officer"), basis, Set.of("surname"), false);
    }

    private static Map<String, String> without(Map<String, String> basis, String member) {
        Map<String, String> rest = new HashMap<>(basis);
        rest.remove(member);
        return rest;
    }
}
