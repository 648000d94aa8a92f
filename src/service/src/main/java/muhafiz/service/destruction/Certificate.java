package muhafiz.service.destruction;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What may be certified of an order. The first part stands from the moment every key was destroyed; until the second, whoever kept a
 * copy of all wraps and gets at today's roots may still read.
 *
 * @param keysDestroyedAt when the last of its keys was destroyed
 * @param outOfReachAt when the last root died that reached one of them; empty while one lives
 */
public record Certificate(UUID order, Instant keysDestroyedAt, Optional<Instant> outOfReachAt) {}
