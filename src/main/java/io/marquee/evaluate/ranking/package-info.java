/** How good the head of a ranked catalogue is: metrics of top-N recommendation over all items, with their protocol. */
package io.marquee.evaluate.ranking;
