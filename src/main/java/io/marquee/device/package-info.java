/** The device room: what training can run on here. */
package io.marquee.device;
