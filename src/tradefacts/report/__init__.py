"""Pictures and pages to send to others: charts as files, a pair as one page, the whole base as a site."""
