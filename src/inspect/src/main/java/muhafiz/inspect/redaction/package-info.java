/** What is to be taken off the pages of a document before others see it. */
@NullMarked
package muhafiz.inspect.redaction;

import org.jspecify.annotations.NullMarked;
