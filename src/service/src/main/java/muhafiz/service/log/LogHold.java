package muhafiz.service.log;

import java.util.UUID;

/**
 * Something for whose sake a person's log must stay readable beyond the person's erasure and the log's term, such as a legal hold or an
 * incident that is looked into. Each is a bean; all of them are asked, within a transaction, before a log key dies.
 */
public interface LogHold {
    /** Whether it names the person. */
    boolean names(UUID person);
}
