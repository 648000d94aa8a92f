package muhafiz.itest.arrows;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Finds a text constant in the class file itself: ArchUnit does not see constants. */
final class Mention extends ArchCondition<JavaClass> {
    private final String text;

    Mention(String text) {
        super("mention " + text);
        this.text = text;
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        String bytes = new String(bytesOf(type), StandardCharsets.ISO_8859_1);
        events.add(new SimpleConditionEvent(type, bytes.contains(text), type.getName() + " mentions " + text));
    }

    private static byte[] bytesOf(JavaClass type) {
        try (InputStream file = type.getSource().orElseThrow().getUri().toURL().openStream()) {
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
