/** Corrections of what is said of a person, by officers and by the decision on a request; whoever was given it before is noted to be told. */
@NullMarked
package muhafiz.service.correction;

import org.jspecify.annotations.NullMarked;
