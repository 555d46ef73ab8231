/** The evaluation room: error metrics over the test part, and the baselines they are judged against. */
package io.marquee.evaluate;
