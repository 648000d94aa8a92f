@NullMarked
package muhafiz.itest.statistics;

import org.jspecify.annotations.NullMarked;
