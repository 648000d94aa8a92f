/**
 * Long-term evidence, judged by somebody else: the European Commission's DSS, which shares no code with ours but Bouncy Castle's parser.
 */
@NullMarked
package muhafiz.itest.evidence;

import org.jspecify.annotations.NullMarked;
