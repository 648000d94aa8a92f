package muhafiz.domain.policy;

import java.util.Arrays;
import java.util.Optional;

/** What can be done in the archive. The last four are acts of the archive itself: prohibited, never granted. */
public enum Action {
    UPLOAD("upload"),
    INGEST("ingest"),
    READ_STATUS("read_status"),
    READ_META("read_meta"),
    READ_CONTENT("read_content"),
    READ_OWN_CONTENT("read_own_content"),
    READ_VALIDITY("read_validity"),
    SEARCH("search"),
    ANNOTATE("annotate"),
    RECORD_EVENT("record_event"),
    CORRECT("correct"),
    REVIEW("review"),
    CLASSIFY("classify"),
    SET_VALIDITY("set_validity"),
    CERTIFY_ORIGINAL("certify_original"),
    DECIDE("decide"),
    ANSWER("answer"),
    ASSIGN("assign"),
    OPEN_REQUEST("open_request"),
    LODGE_REQUEST("lodge_request"),
    DECIDE_REQUEST("decide_request"),
    ASSEMBLE_ANSWER("assemble_answer"),
    RESTRICT("restrict"),
    DISCLOSE_PROPOSE("disclose_propose"),
    APPROVE_DISCLOSURE("approve_disclosure"),
    PLACE_HOLD("place_hold"),
    LIFT_HOLD("lift_hold"),
    PROPOSE_DESTRUCTION("propose_destruction"),
    APPROVE_DESTRUCTION("approve_destruction"),
    CONFIRM_BREAK_GLASS("confirm_break_glass"),
    DRAFT_POLICY("draft_policy"),
    APPROVE_POLICY("approve_policy"),
    LOAD_CALENDAR("load_calendar"),
    CONFIRM_CALENDAR("confirm_calendar"),
    PUBLISH("publish"),
    VERIFY_LOG("verify_log"),
    DEPLOY("deploy"),
    RESTART("restart"),
    BACKUP("backup"),
    READ_HEALTH("read_health"),
    ROTATE_ROOT_KEY("rotate_root_key"),
    EMERGENCY_ROTATION("emergency_rotation"),
    CONFIRM_KEY_DESTRUCTION("confirm_key_destruction"),
    REBUILD("rebuild"),
    RELEASE_REBUILT("release_rebuilt"),
    DISCLOSE("disclose"),
    SHRED("shred"),
    ANONYMISE("anonymise"),
    RELEASE_TO_SUBJECT("release_to_subject");

    private final String word;

    Action(String word) {
        this.word = word;
    }

    /** As the policy spells it. */
    public String word() {
        return word;
    }

    public static Optional<Action> of(String word) {
        return Arrays.stream(values()).filter(value -> value.word.equals(word)).findFirst();
    }

    /** Whether this shows somebody a document or what is known of it. */
    public boolean isReading() {
        return switch (this) {
            case READ_META, READ_CONTENT, READ_OWN_CONTENT, READ_VALIDITY, SEARCH -> true;
            default -> false;
        };
    }

    /** Whether this is an act of the archive itself, which no role can be granted. */
    public boolean isTheArchivesOwn() {
        return switch (this) {
            case DISCLOSE, SHRED, ANONYMISE, RELEASE_TO_SUBJECT -> true;
            default -> false;
        };
    }

    /** Whether a ban on this action bans the other as well: who may not disclose may not propose to. */
    public boolean covers(Action other) {
        return other == this
                || switch (this) {
                    case DISCLOSE -> other == DISCLOSE_PROPOSE || other == APPROVE_DISCLOSURE;
                    case SHRED -> other == PROPOSE_DESTRUCTION || other == APPROVE_DESTRUCTION;
                    case RELEASE_TO_SUBJECT -> other == READ_OWN_CONTENT;
                    case INGEST -> other == UPLOAD;
                    default -> false;
                };
    }
}
