/** Simple models beside which a network has to earn its keep, fitted to the same train part. */
package io.marquee.evaluate.baseline;
