package muhafiz.inspect;

/** What became of one attempt to read a document by machine. */
public sealed interface Inspection {

    /** The parser understood the document. What it found is as trustworthy as the document. */
    record Read(UnverifiedFindings findings) implements Inspection {}

    /**
     * The document was looked at and cannot be read; trying again gives the same answer.
     *
     * @param code one of {@code encrypted}, {@code damaged}, {@code empty}, {@code unsupported}, {@code
     *     too-many-pages}, {@code too-deep}, {@code too-large}
     */
    record Unreadable(String code) implements Inspection {
        public Unreadable {
            Codes.check(code, Codes.UNREADABLE);
        }
    }

    /**
     * The worker died over the document. The caller tries once more with a fresh worker, then quarantines.
     *
     * @param reason one of {@code timeout}, {@code out-of-memory}, {@code output-limit}, {@code bad-answer}, {@code
     *     crashed}, {@code exited}
     */
    record Died(String reason) implements Inspection {
        public Died {
            Codes.check(reason, Codes.DIED);
        }
    }

    /**
     * Nobody looked: the document is kept and marked so.
     *
     * @param reason {@code not-isolated} where no allowed isolation is to be had, {@code too-large} above the
     *     settings' document limit
     */
    record NotReadByMachine(String reason) implements Inspection {
        public NotReadByMachine {
            Codes.check(reason, Codes.NOT_READ);
        }
    }
}
