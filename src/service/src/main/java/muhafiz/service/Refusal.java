package muhafiz.service;

import java.util.Locale;

/** What the contract refuses, by the code it names; what each means over HTTP is the api's to say. */
public enum Refusal {
    MALFORMED,
    UNKNOWN_MEMBER,
    PURPOSE_REQUIRED,
    REF_REQUIRED,
    PURPOSE_NOT_GRANTED,
    NOT_ALLOWED,
    NOT_FOUND,
    RESTRICTED,
    DIGEST_MISMATCH,
    TOO_LARGE,
    EMPTY_BODY,
    TYPE_NOT_ACCEPTED,
    DUPLICATE,
    KIND_UNKNOWN,
    CHANNEL_NOT_ACCEPTED,
    SERVICE_UNKNOWN,
    UNIT_UNKNOWN,
    OFFICER_BLOCKED,
    IDEMPOTENCY_MISMATCH,
    EVENT_NOT_ACCEPTED,
    CASE_CLOSED,
    TWO_CUSTODIANS,
    SAME_PERSON,
    APPROVER_CHANGED,
    LIST_CHANGED,
    REBUILD_RUNNING,
    CLASS_NOT_ACCEPTED,
    AS_OF_IN_FUTURE,
    NOTHING_DUE,
    ALREADY_DECIDED,
    DPO_NEEDED,
    PERIOD_ASSUMED,
    COPY_NOT_STATED,
    ACT_NOT_ISSUED,
    NOTHING_TO_TRANSFER,
    PACKAGE_UNKNOWN,
    EXPORT_ENDED,
    HOLD_RELEASED,
    NOTICE_REQUIRED,
    LIFTED_BY_RELEASE,
    FREE_SERVICE,
    VERSION_CHANGED,
    NOT_A_DRAFT,
    APPROVALS_MISSING,
    POLICY_REFUSED,
    POLICY_OPEN,
    BASIS_NEEDED,
    NOTICE_TOO_SHORT,
    CALENDAR_NOT_ACCEPTED,
    CONTACT_UNVERIFIED,
    NEVER_ANSWERED,
    CODE_REFUSED,
    TOO_MANY_ATTEMPTS,
    BODY_TOO_SLOW,
    RANGE_NOT_SATISFIABLE;

    /** The code of the contract, the end of the problem's {@code type}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
