package muhafiz.itest.planted.service;

import java.util.UUID;
import java.util.function.Supplier;

/** Draws its own chance. */
class Dice {
    Supplier<UUID> ids() {
        return UUID::randomUUID;
    }
}
