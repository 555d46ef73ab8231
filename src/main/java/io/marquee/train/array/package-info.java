/** Training in ND4J's own operations, on whichever device ND4J computes here: what runs on a GPU, and the same on the CPU. */
package io.marquee.train.array;
