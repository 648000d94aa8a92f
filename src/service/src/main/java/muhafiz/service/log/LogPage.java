package muhafiz.service.log;

import java.util.List;
import java.util.OptionalLong;

/**
 * A page of the log.
 *
 * @param next what to ask for as {@code after}; empty at the end
 */
public record LogPage(List<LogLine> items, OptionalLong next) {}
