package muhafiz.itest.load.hostile;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import muhafiz.inspect.frame.Answer;
import muhafiz.inspect.frame.Question;
import muhafiz.sandbox.DocumentReader;

/** Commits the crime that a document names; its outcome is the answer's title. Honest documents go to the real reader. */
public final class HostileReader implements DocumentReader {
    private final DocumentReader real = ServiceLoader.load(DocumentReader.class).stream()
            .filter(reader -> reader.type() != HostileReader.class)
            .findFirst()
            .orElseThrow()
            .get();

    @Override
    public void warm() {
        real.warm();
    }

    @Override
    public Answer read(Question question, Path document) throws Exception {
        List<String> order = Crime.orderIn(document);
        if (order.isEmpty()) {
            return real.read(question, document);
        }
        String outcome = Crime.valueOf(order.get(0)).outcome(order.get(1));
        return new Answer.Found(Map.of("dc:title", outcome), Map.of(), "taken over");
    }
}
