package muhafiz.sandbox;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ServiceLoader;
import muhafiz.inspect.frame.Answer;
import muhafiz.inspect.frame.Frame;
import muhafiz.inspect.frame.FrameWriter;
import muhafiz.inspect.frame.Kind;
import muhafiz.inspect.frame.Question;

/** A worker's life: say what walls it sees, read documents, end when the archive has nothing more to say. */
public final class Worker {
    private final Inbox inbox;
    private final FrameWriter mouth;
    private final Desk desk;
    private final DocumentReader reader;

    private Worker(Inbox inbox, FrameWriter mouth, Desk desk, DocumentReader reader) {
        this.inbox = inbox;
        this.mouth = mouth;
        this.desk = desk;
        this.reader = reader;
    }

    /** Takes no arguments. Ends with 0 when standard input ends, and otherwise with the error that ended it. */
    public static void main(String[] none) throws IOException, InterruptedException {
        OutputStream frames = new FileOutputStream(FileDescriptor.out);
        System.setOut(System.err);
        Desk desk = new Desk(Path.of(System.getProperty("java.io.tmpdir")));
        DocumentReader reader =
                ServiceLoader.load(DocumentReader.class).findFirst().orElseThrow();
        new Worker(Inbox.open(System.in), new FrameWriter(frames), desk, reader).live();
    }

    private void live() throws IOException, InterruptedException {
        reader.warm();
        desk.sweep();
        mouth.write(OwnWalls.seen().frame());
        while (true) {
            Frame frame = inbox.next();
            if (frame.kind() != Kind.QUESTION) {
                throw new IOException("expected a question");
            }
            mouth.write(answer(Question.decode(frame.payload())).frame());
        }
    }

    private Answer answer(Question question) throws IOException, InterruptedException {
        Path document = desk.lay(inbox);
        try {
            return reader.read(question, document);
        } catch (StackOverflowError e) {
            return new Answer.Refused("too-deep");
        } catch (Exception e) {
            return new Answer.Refused("damaged");
        } finally {
            desk.sweep();
        }
    }
}
