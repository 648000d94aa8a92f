package muhafiz.domain.notice;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of notices in Azerbaijani, English and Russian. Safe for all threads. */
public final class NoticeTexts {
    /** Changes with every change of the words. */
    public static final int VERSION = 1;

    /** The policy's languages, the first one for whoever has named none. */
    public static final List<String> LANGUAGES = List.of("az", "en", "ru");

    /**
     * All that a notice may tell beside its own words: names of kinds of documents that are missing, a day, a number of the policy's
     * version. Nothing of a case or person has a name here, so no text can ask for it.
     */
    public static final Set<String> FACTS = Set.of("kinds", "on", "version");

    private static final Pattern FACT = Pattern.compile("\\{([a-z]+)}");
    private static final Map<String, Properties> WORDS = new TreeMap<>();

    static {
        LANGUAGES.forEach(language -> WORDS.put(language, load(language)));
    }

    private NoticeTexts() {}

    /** The language that was asked for, or the first one. */
    public static String language(String wanted) {
        return LANGUAGES.contains(wanted) ? wanted : LANGUAGES.get(0);
    }

    /** The facts that the template's text asks for, the same in every language. */
    public static Set<String> factsOf(String template) {
        Set<String> facts = new TreeSet<>();
        LANGUAGES.forEach(language -> {
            Matcher found = FACT.matcher(word(language, template, "subject") + word(language, template, "body"));
            while (found.find()) {
                facts.add(found.group(1));
            }
        });
        return facts;
    }

    /**
     * A notice in one language.
     *
     * @param template the policy's id
     * @param language one of {@link #LANGUAGES}
     * @param facts every one of {@link #factsOf}
     * @throws IllegalArgumentException where there is no such template, or a fact is not given
     */
    public static NoticeText of(String template, String language, Map<String, String> facts) {
        return new NoticeText(
                filled(word(language, template, "subject"), facts), filled(word(language, template, "body"), facts));
    }

    private static String filled(String words, Map<String, String> facts) {
        return FACT.matcher(words).replaceAll(found -> {
            String fact = facts.get(found.group(1));
            if (fact == null) {
                throw new IllegalArgumentException("a notice needs " + found.group(1));
            }
            return Matcher.quoteReplacement(fact);
        });
    }

    private static String word(String language, String template, String part) {
        Properties words = WORDS.get(language);
        String word = words == null ? null : words.getProperty(template + "." + part);
        if (word == null) {
            throw new IllegalArgumentException("no notice " + template + " in " + language);
        }
        return word;
    }

    private static Properties load(String language) {
        Properties words = new Properties();
        String name = "notices." + language + ".properties";
        try (InputStreamReader file = new InputStreamReader(
                Objects.requireNonNull(NoticeTexts.class.getResourceAsStream(name), name), StandardCharsets.UTF_8)) {
            words.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
        return words;
    }
}
