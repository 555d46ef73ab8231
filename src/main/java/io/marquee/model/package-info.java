/** The model room: hyperparameters, the DL4J graph they describe, trained models and the files that hold them. */
package io.marquee.model;
