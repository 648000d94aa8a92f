package muhafiz.service.casefile;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A page of broken glass.
 *
 * @param next what to ask for as {@code after}; empty at the end
 */
public record GlassPage(List<BrokenGlass> items, Optional<UUID> next) {}
