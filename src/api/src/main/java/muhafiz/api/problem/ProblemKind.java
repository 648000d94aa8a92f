package muhafiz.api.problem;

import muhafiz.service.Refusal;

/**
 * A kind of problem.
 *
 * @param code the end of {@code type}; stable
 * @param status HTTP status, 400 to 599
 * @param title the same sentence for every problem of this kind
 */
public record ProblemKind(String code, int status, String title) {
    public static final ProblemKind LOGIN_REQUIRED = new ProblemKind("login-required", 401, "Log in first");
    public static final ProblemKind CROSS_SITE = new ProblemKind("cross-site", 403, "Another site may not write here");
    public static final ProblemKind UNEXPECTED = new ProblemKind("unexpected", 500, "Something went wrong on our side");
    public static final ProblemKind INTEGRITY =
            new ProblemKind("integrity", 500, "What is kept is not what was put there");
    public static final ProblemKind METHOD = new ProblemKind("method-not-allowed", 405, "Not this method here");
    public static final ProblemKind NOT_ACCEPTABLE = new ProblemKind("not-acceptable", 406, "No such form of answer");
    public static final ProblemKind MEDIA_TYPE =
            new ProblemKind("media-type-not-supported", 415, "No body of this type is read here");
    public static final ProblemKind PRECONDITION = new ProblemKind("precondition-failed", 412, "It has changed");

    public ProblemKind {
        if (status < 400 || status > 599) {
            throw new IllegalArgumentException("a problem has a status from 400 to 599, was " + status);
        }
        if (!code.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            throw new IllegalArgumentException("not a code");
        }
    }

    /** @param code why we can't now, such as {@code too-many-open-bodies} */
    public static ProblemKind unavailable(String code) {
        return new ProblemKind(code, 503, "Not now; ask again later");
    }

    /** Whatever the container refuses in its own words. */
    public static ProblemKind of(int status) {
        return switch (status) {
            case 400 -> of(Refusal.MALFORMED);
            case 401 -> LOGIN_REQUIRED;
            case 403 -> of(Refusal.NOT_ALLOWED);
            case 404 -> of(Refusal.NOT_FOUND);
            case 405 -> METHOD;
            case 406 -> NOT_ACCEPTABLE;
            case 408 -> of(Refusal.BODY_TOO_SLOW);
            case 412 -> PRECONDITION;
            case 413 -> of(Refusal.TOO_LARGE);
            case 415 -> MEDIA_TYPE;
            case 503 -> unavailable("unavailable");
            default ->
                status >= 400 && status < 500 ? new ProblemKind("http-" + status, status, "Not accepted") : UNEXPECTED;
        };
    }

    /** The contract's answer to each refusal. */
    public static ProblemKind of(Refusal refusal) {
        return new ProblemKind(refusal.code(), status(refusal), title(refusal));
    }

    private static int status(Refusal refusal) {
        return switch (refusal) {
            case MALFORMED, UNKNOWN_MEMBER, PURPOSE_REQUIRED, REF_REQUIRED, DIGEST_MISMATCH, EMPTY_BODY -> 400;
            case CODE_REFUSED -> 401;
            case PURPOSE_NOT_GRANTED, NOT_ALLOWED, RESTRICTED -> 403;
            case NOT_FOUND -> 404;
            case BODY_TOO_SLOW -> 408;
            case DUPLICATE, OFFSET_CHANGED, CASE_CLOSED, TWO_CUSTODIANS, REBUILD_RUNNING -> 409;
            case SAME_PERSON,
                    APPROVER_CHANGED,
                    NOTHING_DUE,
                    ALREADY_DECIDED,
                    CHOICE_OPEN,
                    IMPORT_NOT_WAITING,
                    NOT_SAFE,
                    LIST_CHANGED,
                    DPO_NEEDED,
                    PERIOD_ASSUMED,
                    COPY_NOT_STATED,
                    ACT_NOT_ISSUED,
                    NOTHING_TO_TRANSFER,
                    PACKAGE_UNKNOWN,
                    EXPORT_ENDED -> 409;
            case HOLD_RELEASED, NOTICE_REQUIRED, LIFTED_BY_RELEASE, FREE_SERVICE -> 409;
            case REQUEST_DECIDED, IDENTITY_NEEDED, TERM_NOT_EXTENDED -> 409;
            case OUTCOME_NOT_ACCEPTED -> 422;
            case NOT_REDACTABLE, NOT_DRAWABLE -> 409;
            case GROUND_INCOMPLETE, FIELDS_NOT_AGREED, SECRECY_NOT_ALLOWED, DISCLOSURE_ENDED -> 409;
            case VERSION_CHANGED, NOT_A_DRAFT, APPROVALS_MISSING, WOULD_DISCLOSE, SUM_RULE_BROKEN -> 409;
            case CONTACT_UNVERIFIED, NEVER_ANSWERED -> 409;
            case PROTOCOL_VERSION -> 412;
            case TOO_LARGE -> 413;
            case TYPE_NOT_ACCEPTED -> 415;
            case RANGE_NOT_SATISFIABLE -> 416;
            case KIND_UNKNOWN,
                    CHANNEL_NOT_ACCEPTED,
                    SERVICE_UNKNOWN,
                    UNIT_UNKNOWN,
                    OFFICER_BLOCKED,
                    IDEMPOTENCY_MISMATCH,
                    EVENT_NOT_ACCEPTED,
                    CARD_BLOCKED,
                    IMPORT_NOT_ACCEPTED,
                    CLASS_NOT_ACCEPTED,
                    AS_OF_IN_FUTURE,
                    POLICY_REFUSED,
                    POLICY_OPEN,
                    BASIS_NEEDED,
                    NOTICE_TOO_SHORT,
                    CALENDAR_NOT_ACCEPTED,
                    PERIOD_OPEN,
                    VIOLATION_NOT_ACCEPTED -> 422;
            case TOO_MANY_ATTEMPTS, TOO_MANY_UPLOADS -> 429;
            case CHECKSUM_MISMATCH -> 460; // tus 1.0, checksum
        };
    }

    private static String title(Refusal refusal) {
        return switch (refusal) {
            case MALFORMED -> "The request cannot be read";
            case UNKNOWN_MEMBER -> "The request has a member that is not known here";
            case PURPOSE_REQUIRED -> "A purpose must be stated";
            case REF_REQUIRED -> "A case, request or audit number must be stated";
            case PURPOSE_NOT_GRANTED -> "This role does not have this purpose";
            case NOT_ALLOWED -> "This role may not do this";
            case NOT_FOUND -> "There is no such thing, or none that you may know of";
            case RESTRICTED -> "Its use is restricted";
            case DIGEST_MISMATCH -> "The bytes are not those that were announced";
            case TOO_LARGE -> "The body is larger than accepted";
            case EMPTY_BODY -> "The body is empty";
            case TYPE_NOT_ACCEPTED -> "No document of this type is taken in";
            case CONTACT_UNVERIFIED -> "Nobody made sure of the contact";
            case NEVER_ANSWERED -> "A machine sent it";
            case DUPLICATE -> "The case holds this document already";
            case OFFSET_CHANGED -> "The upload is elsewhere";
            case CHECKSUM_MISMATCH -> "The bytes changed on their way";
            case TOO_MANY_UPLOADS -> "Too many uploads are open";
            case PROTOCOL_VERSION -> "This version of the protocol is not spoken here";
            case KIND_UNKNOWN -> "The case expects no document of this kind";
            case CHANNEL_NOT_ACCEPTED -> "Nothing of this sort is taken in by this channel";
            case SERVICE_UNKNOWN -> "There is no such service";
            case UNIT_UNKNOWN -> "There is no such unit";
            case OFFICER_BLOCKED -> "Nothing is given to a blocked account";
            case IDEMPOTENCY_MISMATCH -> "This key was used for something else";
            case EVENT_NOT_ACCEPTED -> "The case takes no such event now";
            case CASE_CLOSED -> "The case is closed";
            case TWO_CUSTODIANS -> "This takes two custodians";
            case APPROVER_CHANGED -> "Who approves was changed too recently";
            case REBUILD_RUNNING -> "The rebuild is not done yet";
            case CLASS_NOT_ACCEPTED -> "Nothing of this class is destroyed or archived at its end";
            case AS_OF_IN_FUTURE -> "The day has not come yet";
            case SAME_PERSON -> "Another person must do this";
            case NOTHING_DUE -> "Nothing is due and free to go";
            case IMPORT_NOT_ACCEPTED -> "There is no such package";
            case IMPORT_NOT_WAITING -> "The import waits for no release";
            case NOT_SAFE -> "The document is not known to be safe";
            case CARD_BLOCKED -> "This card was reported lost";
            case CHOICE_OPEN -> "The applicant chooses first";
            case ALREADY_DECIDED -> "This is decided already";
            case LIST_CHANGED -> "This is not the list that was proposed";
            case DPO_NEEDED -> "One of those who approve is a data-protection officer";
            case PERIOD_ASSUMED -> "Nobody with authority stands behind these periods yet";
            case COPY_NOT_STATED -> "Nobody says that the persons hold a copy";
            case ACT_NOT_ISSUED -> "The act has not been issued";
            case NOTHING_TO_TRANSFER -> "Nothing waits to be handed over";
            case PACKAGE_UNKNOWN -> "No such package was sent";
            case EXPORT_ENDED -> "The time of this export is over";
            case REQUEST_DECIDED -> "The request is past that step";
            case IDENTITY_NEEDED -> "Who asks must be known more surely";
            case TERM_NOT_EXTENDED -> "The law does not lengthen this term";
            case OUTCOME_NOT_ACCEPTED -> "The request cannot end so";
            case NOT_REDACTABLE -> "This cannot be taken off the document";
            case NOT_DRAWABLE -> "Its pages cannot be shown as pictures";
            case HOLD_RELEASED -> "The hold is released already";
            case NOTICE_REQUIRED -> "The person must be told before it is lifted";
            case LIFTED_BY_RELEASE -> "This restriction ends with the release of the rebuild";
            case FREE_SERVICE -> "This service is free";
            case VERSION_CHANGED -> "It is another version by now";
            case NOT_A_DRAFT -> "This version is published already";
            case APPROVALS_MISSING -> "Not everybody has approved it who must";
            case POLICY_REFUSED -> "The archive cannot enforce this policy";
            case POLICY_OPEN -> "Something in the policy is still open";
            case BASIS_NEEDED -> "A new purpose on old data needs a new basis";
            case CALENDAR_NOT_ACCEPTED -> "These are not the days off of that year";
            case NOTICE_TOO_SHORT -> "The public must be told earlier";
            case GROUND_INCOMPLETE -> "The ground of a disclosure must name more";
            case FIELDS_NOT_AGREED -> "More fields than were agreed";
            case SECRECY_NOT_ALLOWED -> "Nothing is kept secret on this ground";
            case DISCLOSURE_ENDED -> "This disclosure is over";
            case WOULD_DISCLOSE -> "A group that is too small could be worked out";
            case SUM_RULE_BROKEN -> "The rows do not add up";
            case PERIOD_OPEN -> "The period is not over";
            case VIOLATION_NOT_ACCEPTED -> "The violation takes no such outcome";
            case CODE_REFUSED -> "Number and code open nothing";
            case TOO_MANY_ATTEMPTS -> "Too many failed attempts; wait";
            case BODY_TOO_SLOW -> "The body came too slowly";
            case RANGE_NOT_SATISFIABLE -> "The document has no such range";
        };
    }
}
