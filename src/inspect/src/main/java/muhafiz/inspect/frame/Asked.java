package muhafiz.inspect.frame;

/** What a worker can be asked about a document. */
public sealed interface Asked permits Question, Redact, Draw, Locate {

    /** The frame that asks; the document's bytes follow. */
    Frame frame();

    /** Bytes that will follow, not negative. */
    long length();
}
