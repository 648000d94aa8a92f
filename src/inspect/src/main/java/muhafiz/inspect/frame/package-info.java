/**
 * The language spoken between the archive and a worker, over the worker's standard input and output.
 *
 * <p>A frame is one byte of kind, four bytes of payload length (big-endian) and the payload. A payload longer than
 * allowed is refused before a byte of it is read or a byte of memory is set aside.
 *
 * <pre>
 * worker  → archive   READY     the worker is warm; what it sees of its own walls ({@link muhafiz.inspect.frame.Walls})
 * archive → worker    QUESTION  media type and length ({@link muhafiz.inspect.frame.Question})
 * archive → worker    BYTES     1 to 65,536 bytes of the document; as many frames as it takes
 * archive → worker    END       empty; the document is complete
 * archive → worker    REDACT, DRAW, LOCATE  in place of QUESTION: {@link muhafiz.inspect.frame.Redact}, {@link
 *                     muhafiz.inspect.frame.Draw}, {@link muhafiz.inspect.frame.Locate}
 * worker  → archive   FOUND     what the parser found ({@link muhafiz.inspect.frame.Answer.Found})
 * worker  → archive   REDACTED, DRAWN, LOCATED  what was made in answer to those
 * worker  → archive   REFUSED   why the document cannot be read ({@link muhafiz.inspect.frame.Answer.Refused})
 * </pre>
 *
 * <p>A payload begins with the format byte 1. Numbers are big-endian; text is UTF-8 with a four-byte length. Overlong
 * forms, lone surrogates, repeated keys, bytes left over after the last member, unknown kinds and unknown format bytes
 * are refused. Either side that sees a frame it does not expect ends the conversation.
 *
 * <pre>{@code
 * new FrameWriter(pipe).write(new Frame(Kind.QUESTION, new Question("application/pdf", 1234).encoded()));
 * Optional<Frame> next = new FrameReader(pipe, Set.of(Kind.FOUND, Kind.REFUSED), 512 * 1024).read();
 * }</pre>
 */
@NullMarked
package muhafiz.inspect.frame;

import org.jspecify.annotations.NullMarked;
