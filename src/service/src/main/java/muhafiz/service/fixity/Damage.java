package muhafiz.service.fixity;

import java.util.Locale;

/**
 * What was found wrong with a document.
 *
 * @param object the name of the object it was found in, or the part of the database
 */
public record Damage(Kind kind, String object) {
    /** What is wrong. */
    public enum Kind {
        /** The object is not there. */
        MISSING(Remedy.BUCKET_COPY),
        TRUNCATED(Remedy.BUCKET_COPY),
        TOO_LONG(Remedy.BUCKET_COPY),
        /** A tag does not hold. */
        CHANGED(Remedy.BUCKET_COPY),
        /** The ciphertext is genuine, and the row says something else of it. */
        ROW(Remedy.DATA_DUMP),
        /** The wrapped key was changed. */
        KEY(Remedy.KEY_DUMP);

        private final Remedy remedy;

        Kind(Remedy remedy) {
            this.remedy = remedy;
        }

        public Remedy remedy() {
            return remedy;
        }

        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Kind ofCode(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }

    /** Which copy mends it. */
    public enum Remedy {
        /** The named object, from any copy of the bucket: an object never changes. */
        BUCKET_COPY,
        /** The document's row; or have the document table rebuilt from the bucket. */
        DATA_DUMP,
        KEY_DUMP;

        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
