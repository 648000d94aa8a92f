package muhafiz.service.destruction;

import java.util.UUID;

/** What an order names. */
public record Target(Kind kind, UUID id) {
    /** Kinds of targets. */
    public enum Kind {
        /** One document, whatever became of its case. */
        DOCUMENT("document"),
        /** A case with its documents, parties and events. */
        CASE("case"),
        /** A case of which no document is left, with its parties and events; left alone while one is. */
        EMPTY_CASE("empty-case"),
        /** What joins a person's cases, and that person's log keys; a person whom no case names any more; left alone while one does. */
        PERSON("person"),
        /** What a request says of persons; its number and how it ended stay. */
        REQUEST("request");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        /** As the database has it. */
        public String code() {
            return code;
        }

        static Kind of(String code) {
            for (Kind kind : values()) {
                if (kind.code.equals(code)) {
                    return kind;
                }
            }
            throw new IllegalArgumentException("not a kind of target: " + code);
        }
    }
}
