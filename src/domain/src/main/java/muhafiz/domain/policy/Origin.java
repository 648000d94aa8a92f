package muhafiz.domain.policy;

/** Where an item came from; kept for ever with the item. */
public record Origin(String id, String what, Footing footing) {}
