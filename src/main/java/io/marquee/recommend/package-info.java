/** The recommendation room: what a user should watch next, according to a trained model. */
package io.marquee.recommend;
