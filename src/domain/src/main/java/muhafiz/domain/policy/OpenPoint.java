package muhafiz.domain.policy;

/** Something the owner still has to settle; a policy with any of them runs, but is not published. */
public record OpenPoint(int line, String path, String what) {}
