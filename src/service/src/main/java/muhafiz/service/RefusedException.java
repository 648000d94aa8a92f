package muhafiz.service;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A refusal the contract names. Thrown only once whatever had to be logged about it is durable. Its members are shown to the
 * caller: codes, dates, limits and media types, never personal data.
 */
public class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final Refusal refusal;
    private final transient Map<String, String> members;
    private final transient List<Flaw> flaws;

    public RefusedException(Refusal refusal, String detail) {
        this(refusal, detail, Map.of());
    }

    /**
     * @param detail one sentence for the caller: what was found and what is allowed
     * @param members further members of the problem, such as {@code detected}
     */
    public RefusedException(Refusal refusal, String detail, Map<String, String> members) {
        this(refusal, detail, members, List.of());
    }

    /** @param flaws what is wrong in the text that was sent, place by place */
    public RefusedException(Refusal refusal, String detail, List<Flaw> flaws) {
        this(refusal, detail, Map.of(), flaws);
    }

    private RefusedException(Refusal refusal, String detail, Map<String, String> members, List<Flaw> flaws) {
        super(detail, null, false, false);
        this.refusal = refusal;
        this.members = new TreeMap<>(members);
        this.flaws = List.copyOf(flaws);
    }

    public Refusal refusal() {
        return refusal;
    }

    public Map<String, String> members() {
        return members;
    }

    public List<Flaw> flaws() {
        return flaws;
    }
}
