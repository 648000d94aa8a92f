package muhafiz.sandbox.reading;

import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Lets a parser go on until the document has said what it says about itself. All parsers in use tell their metadata
 * before or while they tell the first page, so the rest need not be read: a page more would only be more risk.
 */
final class Skimming extends DefaultHandler {
    private static final int CHARACTERS = 100_000;

    private int characters;
    private boolean hasSeenEnough;

    /** Whether the parser was stopped on purpose; what it threw then is no failure. */
    boolean hasSeenEnough() {
        return hasSeenEnough;
    }

    @Override
    public void startElement(String uri, String localName, String qName, Attributes attributes) {
        if (localName.equals("div") && "page".equals(attributes.getValue("class"))) {
            stop();
        }
    }

    @Override
    public void characters(char[] text, int start, int length) {
        characters += length;
        if (characters > CHARACTERS) {
            stop();
        }
    }

    private void stop() {
        hasSeenEnough = true;
        throw new EnoughSeen();
    }

    /** Unchecked, because parsers catch what is checked and go on with the next page. */
    private static final class EnoughSeen extends RuntimeException {
        private static final long serialVersionUID = 1L;

        EnoughSeen() {
            super("enough seen", null, false, false);
        }
    }
}
