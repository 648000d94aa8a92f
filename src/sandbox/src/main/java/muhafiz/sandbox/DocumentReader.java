package muhafiz.sandbox;

import java.nio.file.Path;
import muhafiz.inspect.frame.Answer;
import muhafiz.inspect.frame.Question;

/** Whoever can read a document inside a worker. The first that ServiceLoader finds on the class path is used. */
public interface DocumentReader {

    /** Loads what will be needed, before the first document comes. */
    void warm();

    /**
     * Reads one document. Anything thrown makes it {@code damaged}; a StackOverflowError {@code too-deep}.
     *
     * @param document where its bytes lie, in the worker's own memory folder
     */
    Answer read(Question question, Path document) throws Exception;
}
