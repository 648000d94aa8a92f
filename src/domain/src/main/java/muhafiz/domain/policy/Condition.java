package muhafiz.domain.policy;

import java.util.Arrays;
import java.util.Optional;

/** What a grant may require; the archive knows how to establish each. */
public enum Condition {
    AUTHENTICATED_SUBJECT("authenticated_subject"),
    AUTHORITY_DOCUMENT_VALID("authority_document_valid"),
    OWN_APPLICATION("own_application"),
    AUTHENTICATED_CLIENT("authenticated_client"),
    WRITE_ONLY_CONTENT("write_only_content"),
    OWN_UNIT("own_unit"),
    SUBJECT_PRESENT("subject_present"),
    APPLICATION_NUMBER_AND_PASSWORD_CHECKED("application_number_and_password_checked"),
    ASSIGNED_CASE("assigned_case"),
    PURPOSE_STATED("purpose_stated"),
    NOT_RESTRICTED("not_restricted"),
    CASE_NUMBER("case_number"),
    COMPARTMENT_ASYLUM("compartment_asylum"),
    COMPARTMENT_BIOMETRIC("compartment_biometric"),
    COMPARTMENT_DETENTION("compartment_detention"),
    COMPARTMENT_MEDICAL("compartment_medical"),
    SUBJECT_IN_CUSTODY_OR_ASSIGNED("subject_in_custody_or_assigned"),
    SUBJECT_AT_CHECKPOINT("subject_at_checkpoint"),
    HIT_NO_HIT_FIRST("hit_no_hit_first"),
    DISCLOSURE_AGREEMENT("disclosure_agreement"),
    MINIMUM_FIELDS("minimum_fields"),
    REQUEST_OR_AUDIT_NUMBER("request_or_audit_number"),
    REQUEST_NUMBER("request_number"),
    SUBJECT_IDENTITY_VERIFIED("subject_identity_verified"),
    DISCLOSURE_CONTROL_PASSED("disclosure_control_passed"),
    NOT_THE_PROPOSER("not_the_proposer"),
    ON_DEMAND("on_demand"),
    TWO_CUSTODIANS("two_custodians");

    private final String word;

    Condition(String word) {
        this.word = word;
    }

    /** As the policy spells it. */
    public String word() {
        return word;
    }

    public static Optional<Condition> of(String word) {
        return Arrays.stream(values()).filter(value -> value.word.equals(word)).findFirst();
    }

    /** Whether this is shown by naming a case, request or audit number. */
    public boolean isReference() {
        return this == CASE_NUMBER || this == REQUEST_NUMBER || this == REQUEST_OR_AUDIT_NUMBER;
    }
}
