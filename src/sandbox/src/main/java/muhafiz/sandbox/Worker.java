package muhafiz.sandbox;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ServiceLoader;
import muhafiz.inspect.frame.Answer;
import muhafiz.inspect.frame.Draw;
import muhafiz.inspect.frame.Frame;
import muhafiz.inspect.frame.FrameWriter;
import muhafiz.inspect.frame.Locate;
import muhafiz.inspect.frame.Question;
import muhafiz.inspect.frame.Redact;
import muhafiz.sandbox.page.Drawer;
import muhafiz.sandbox.redaction.Redactor;

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
            mouth.write(answer(asked(frame)).frame());
        }
    }

    private Work asked(Frame frame) throws IOException {
        return switch (frame.kind()) {
            case QUESTION -> {
                Question question = Question.decode(frame.payload());
                yield document -> reader.read(question, document);
            }
            case REDACT -> {
                Redact wish = Redact.decode(frame.payload());
                yield document -> new Redactor().redact(wish.marks(), document);
            }
            case DRAW -> {
                Draw wish = Draw.decode(frame.payload());
                yield document -> new Drawer().draw(wish.wish(), document);
            }
            case LOCATE -> {
                Locate wish = Locate.decode(frame.payload());
                yield document -> new Drawer().locate(wish.page(), document);
            }
            case READY, BYTES, END, FOUND, REFUSED, REDACTED, DRAWN, LOCATED ->
                throw new IOException("expected a question");
        };
    }

    private interface Work {
        Answer on(Path document) throws Exception;
    }

    private Answer answer(Work work) throws IOException, InterruptedException {
        Path document = desk.lay(inbox);
        try {
            return work.on(document);
        } catch (StackOverflowError e) {
            return new Answer.Refused("too-deep");
        } catch (Exception e) {
            return new Answer.Refused("damaged");
        } finally {
            desk.sweep();
        }
    }
}
