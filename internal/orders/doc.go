// Package orders reads lists of orders as shop systems export them into a
// purchase.Log: Shopify and WooCommerce by their headers, and any CSV whose
// columns are named.
//
// Nothing is guessed in silence. Encoding, delimiter and decimal mark are found
// from evidence in the file and stated in the Report, or the file is refused with
// a hint at what to say; so are dates that may be read in two ways and a file of
// several currencies. Rows that are no purchase are left out and counted by
// reason. A file is read once, as a stream, and customers' keys (often e-mail
// addresses) appear in no error and no report.
package orders
