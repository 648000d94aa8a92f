package muhafiz.inspect;

import java.util.List;
import muhafiz.inspect.page.PlacedWord;

/** What became of one attempt to find the words of a page. */
public sealed interface PageWords {

    /**
     * What is written on it, as it is read; empty where nothing is, as on a page that is a picture.
     *
     * @param pages how many the document has, as it claims
     */
    record Found(int pages, List<PlacedWord> words) implements PageWords {
        public Found {
            words = List.copyOf(words);
            if (pages < 1) {
                throw new IllegalArgumentException("at least one page, was " + pages);
            }
        }

        @Override
        public String toString() {
            return "Found[" + words.size() + " words]";
        }
    }

    /** There are none to be had; {@code code} as of {@link Drawing.None}. */
    record None(String code) implements PageWords {
        public None {
            Codes.checkNothingMade(code);
        }
    }
}
