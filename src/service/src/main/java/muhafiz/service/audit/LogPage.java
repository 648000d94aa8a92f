package muhafiz.service.audit;

import java.util.List;
import java.util.OptionalLong;
import muhafiz.service.log.LogLine;

/**
 * A page of the log.
 *
 * @param next what to ask for as {@code after}; empty at the end
 */
public record LogPage(List<LogLine> items, OptionalLong next) {}
