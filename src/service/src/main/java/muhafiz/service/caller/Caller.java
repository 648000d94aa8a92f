package muhafiz.service.caller;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import muhafiz.crypto.token.Randoms;

/**
 * Who asks: an account with a role of the policy and a unit, perhaps acting for a person through the portal; or nobody but the holder
 * of an application number and its access code.
 *
 * @param user the account's name; empty for the holder of an access code
 * @param role the policy's role; {@code applicant} for the holder of an access code
 * @param unit the unit's id, such as {@code RD-1}; empty where the account has none
 * @param person the cabinet id of the person for whom the portal acts
 * @param assurance how surely that person is known
 * @param request what this call is known by in problems and log
 */
public record Caller(
        String user, String role, String unit, Optional<String> person, Assurance assurance, Request request) {
    /** How surely a person is known (policy, {@code identity_check.levels}). */
    public enum Assurance {
        L0,
        L1,
        L2
    }

    /**
     * What was asked of the policy.
     *
     * @param policyVersion the version that answered
     * @param words {@link muhafiz.domain.access.QuestionWords}
     */
    public record Question(int policyVersion, String words) {}

    /** One call. Safe for use by several threads; equal only to itself. */
    public static final class Request {
        private final String operation;
        private final String network;
        private final Map<String, Question> asked = new ConcurrentHashMap<>();
        private volatile boolean onRecord;

        /**
         * @param operation the id that joins problem, log line and log entry
         * @param network the client's network: its IPv4 /24 or IPv6 /56
         */
        public Request(String operation, String network) {
            this.operation = operation;
            this.network = network;
        }

        /** A call that comes in now, under an operation id of its own. */
        public static Request from(String network) {
            return new Request(Randoms.id().toString(), network);
        }

        public String operation() {
            return operation;
        }

        public String network() {
            return network;
        }

        /** Notes what was last asked of the policy that this rule answered. */
        public void wasAsked(String rule, Question question) {
            asked.put(rule, question);
        }

        /** What this rule last answered in this call; empty where it answered nothing. */
        public Optional<Question> answeredBy(String rule) {
            return Optional.ofNullable(asked.get(rule));
        }

        /** Whether an entry about this call is durable. */
        public boolean isOnRecord() {
            return onRecord;
        }

        /** Said by the log, once an entry about this call is durable. */
        public void nowOnRecord() {
            onRecord = true;
        }
    }

    /** The role under which somebody with nothing but number and code is known. */
    public static final String OWNER = "applicant";

    /** Belongs to no unit that owns cases, and takes in for all of them (policy ORG-3). */
    public static final String RECEPTION = "reception_officer";

    private static final String PORTAL = "portal";
    private static final String ARCHIVE = "archive";

    /** The holder of an access code. */
    public static Caller owner(Request request) {
        return new Caller("", OWNER, "", Optional.empty(), Assurance.L0, request);
    }

    /** Somebody of whom nothing is known that may be kept. */
    public static Caller nobody(Request request) {
        return new Caller("", "", "", Optional.empty(), Assurance.L0, request);
    }

    /** The archive itself, in its background work. */
    public static Caller archive(String operation) {
        return new Caller("muhafiz", ARCHIVE, "", Optional.empty(), Assurance.L0, new Request(operation, "local"));
    }

    public boolean isOwner() {
        return role.equals(OWNER);
    }

    /** The archive's own mailbox, a front door like the portal: it brings what somebody wrote. */
    public static Caller mailbox(String operation) {
        return new Caller("mailbox", PORTAL, "", Optional.empty(), Assurance.L0, new Request(operation, "local"));
    }

    /** The archive itself. */
    public boolean isArchive() {
        return role.equals(ARCHIVE);
    }

    public boolean isPortal() {
        return role.equals(PORTAL);
    }

    /** Anybody who works with cases: neither the portal nor an applicant. */
    public boolean isStaff() {
        return !isOwner() && !isPortal();
    }
}
