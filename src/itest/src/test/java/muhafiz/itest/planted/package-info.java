/**
 * Classes that do what the house forbids, laid out like the rooms; {@code muhafiz.itest.arrows} must find each. Nothing
 * calls them.
 */
@NullMarked
package muhafiz.itest.planted;

import org.jspecify.annotations.NullMarked;
