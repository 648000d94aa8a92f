package muhafiz.service.keys;

import java.time.Instant;
import java.util.UUID;

/**
 * What is left of a leaf that was forgotten.
 *
 * @param order by which it was to be forgotten
 * @param epoch in which it was: when that epoch's root and all older ones are gone, nobody can read what it sealed
 */
public record Tombstone(UUID leaf, UUID order, long epoch, Instant destroyedAt) {}
