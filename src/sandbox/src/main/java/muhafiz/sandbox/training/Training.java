package muhafiz.sandbox.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import muhafiz.inspect.frame.Answer;
import muhafiz.inspect.frame.Question;
import muhafiz.inspect.page.PageWish;
import muhafiz.sandbox.DocumentReader;
import muhafiz.sandbox.page.Drawer;

/** Reads and draws one small document of each kind, so that every class a worker will need has been loaded. */
final class Training {
    private Training() {}

    public static void main(String[] none) throws Exception {
        DocumentReader reader =
                ServiceLoader.load(DocumentReader.class).findFirst().orElseThrow();
        reader.warm();
        Path file = Files.createTempFile("training", "");
        try {
            for (Map.Entry<String, byte[]> sample : Samples.all().entrySet()) {
                read(reader, sample.getKey(), Files.write(file, sample.getValue()));
                draw(file);
            }
        } finally {
            Files.delete(file);
        }
        loadOurs();
    }

    /** Some of ours are first needed by a document that no sample is like. */
    private static void loadOurs() throws IOException, ClassNotFoundException {
        Path jar = Path.of(Training.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath());
        try (JarFile ours = new JarFile(jar.toFile())) {
            for (String name : ours.stream()
                    .map(JarEntry::getName)
                    .filter(each -> each.startsWith("muhafiz/sandbox/") && each.endsWith(".class"))
                    .filter(each -> !each.endsWith("package-info.class"))
                    .toList()) {
                Class.forName(
                        name.substring(0, name.length() - ".class".length()).replace('/', '.'));
            }
        }
    }

    /** A page of each kind that has pages, as large as it is looked at, and its words. */
    private static void draw(Path file) throws IOException {
        Drawer drawer = new Drawer();
        if (drawer.draw(new PageWish(1, 1_200), file) instanceof Answer.Drawn) {
            drawer.locate(1, file);
        }
    }

    private static void read(DocumentReader reader, String mediaType, Path file) throws Exception {
        Question question = new Question(mediaType, Files.size(file));
        if (reader.read(question, file).frame().payload().length == 0) {
            throw new IOException("an answer without a word");
        }
    }
}
