package muhafiz.domain.access;

import java.util.Optional;

/**
 * What a question is about.
 *
 * @param recordClass empty where the act is about no record, such as loading a calendar
 * @param kind empty where it is about a whole file
 * @param isOwn whether it is one of the asking person's own records
 */
public record Item(Optional<String> recordClass, Optional<String> kind, boolean isOwn) {
    public Item {
        if (recordClass.isEmpty() && (kind.isPresent() || isOwn)) {
            throw new IllegalArgumentException("an item has a class");
        }
    }

    /** No record at all. */
    public static Item none() {
        return new Item(Optional.empty(), Optional.empty(), false);
    }

    public static Item of(String recordClass) {
        return new Item(Optional.of(recordClass), Optional.empty(), false);
    }

    public static Item of(String recordClass, String kind) {
        return new Item(Optional.of(recordClass), Optional.of(kind), false);
    }

    /** The same item, as a record of the person who asks. */
    public Item own() {
        return new Item(recordClass, kind, true);
    }
}
