/** Pages of a document: what is wanted of one, and what is seen on it. */
@NullMarked
package muhafiz.inspect.page;

import org.jspecify.annotations.NullMarked;
