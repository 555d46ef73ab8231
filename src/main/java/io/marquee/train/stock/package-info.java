/** DL4J's stock layers and updaters: on one device, and on several by DL4J's ParallelWrapper. */
package io.marquee.train.stock;
