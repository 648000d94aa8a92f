package muhafiz.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.io.StringWriter;
import java.lang.reflect.Method;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler.CompilationTask;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The example in each package's story compiles and runs. */
class PackageStoriesTest {
    private static final Pattern EXAMPLE = Pattern.compile("<pre>\\{@code\\n(.*?)\\n \\* }</pre>", Pattern.DOTALL);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"keys", "seal", "token"})
    void theExampleOfAPackageCompilesAndRuns(String name) throws Exception {
        compile(example(name));

        System.setProperty("example.folder", folder.toString());
        try (var loader = new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
            Method run = loader.loadClass("Example").getMethod("run");
            assertThatCode(() -> run.invoke(null)).doesNotThrowAnyException();
        } finally {
            System.clearProperty("example.folder");
        }
    }

    /** The example as a class: its imports, and its statements in one method. */
    private static String example(String name) throws IOException {
        Path story = Path.of("src/main/java/muhafiz/crypto", name, "package-info.java");
        Matcher found = EXAMPLE.matcher(Files.readString(story));
        assertThat(found.find()).as("an example in " + story).isTrue();
        List<String> lines = found.group(1)
                .lines()
                .map(line -> line.replaceFirst("^ \\* ?", ""))
                .toList();
        return lines.stream().filter(line -> line.startsWith("import ")).reduce("", PackageStoriesTest::line)
                + "public class Example { public static void run() throws Exception {\n"
                + lines.stream().filter(line -> !line.startsWith("import ")).reduce("", PackageStoriesTest::line)
                + "} }\n";
    }

    private static String line(String before, String next) {
        return before + next + "\n";
    }

    private void compile(String source) {
        var said = new StringWriter();
        CompilationTask task = ToolProvider.getSystemJavaCompiler()
                .getTask(
                        said,
                        null,
                        null,
                        List.of("-proc:none", "-encoding", UTF_8.name(), "-d", folder.toString()),
                        null,
                        List.of(new Source(source)));

        assertThat(task.call()).as(said + "\n" + source).isTrue();
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String text) {
            super(URI.create("string:///Example.java"), JavaFileObject.Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
